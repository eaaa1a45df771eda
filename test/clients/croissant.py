"""Validates a Croissant description with `mlcroissant` and reads all of its rows: `croissant.py <croissant.json>`."""

import json
import logging
import sys

import mlcroissant

logging.disable(logging.WARNING)


def plain(value):
    """A value as JSON has it: texts of Parquet files come as bytes."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, dict):
        return {key.split("/", 1)[-1]: plain(one) for key, one in value.items()}
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value


dataset = mlcroissant.Dataset(jsonld=sys.argv[1])
metadata = dataset.metadata
print(
    json.dumps(
        {
            "errors": sorted(metadata.issues.errors),
            "warnings": sorted(metadata.issues.warnings),
            "name": metadata.name,
            "version": str(metadata.version),
            "biases": metadata.data_biases,
            "annotationAnalysis": metadata.data_annotation_analysis,
            "annotationsPerItem": metadata.annotations_per_item,
            "rows": {
                one.id: [plain(row) for row in dataset.records(record_set=one.id)]
                for one in metadata.record_sets
            },
        }
    )
)
