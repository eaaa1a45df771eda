import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch for tests, until the program is ended: arguments are a new folder, a port for HTTP and one for nodes. */
public class Server {
    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("transport.port", arguments[2]);
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
        }).build(OpenSearchRunner.newConfigs().basePath(arguments[0]).numOfNode(1).clusterName("claimset"));
        runner.ensureYellow();
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }
}
