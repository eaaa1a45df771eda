/** The variables that passwords may stand in, beside the address. */
export type EngineEnvironment = Readonly<Record<string, string | undefined>>;
