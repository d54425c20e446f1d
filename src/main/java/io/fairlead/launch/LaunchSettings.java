package io.fairlead.launch;

import java.util.Map;

/**
 * What a start depends on, so that tests can start the same supervisor on other folders and with small stand-ins.
 *
 * @param data where everything is kept
 * @param environment the variables the parts are started with
 * @param applicationMain main class of the application
 * @param sandboxMain main class of the sandbox ERP
 * @param nodes application processes on the one store, 1..{@value #NODES_MAX}
 */
public record LaunchSettings(
        DataFolder data, Map<String, String> environment, String applicationMain, String sandboxMain, int nodes) {

    /** Each takes up to a gigabyte of memory and some eighty connections of the database. */
    public static final int NODES_MAX = 4;

    public LaunchSettings {
        environment = Map.copyOf(environment);
        if (nodes < 1 || nodes > NODES_MAX) {
            throw new IllegalArgumentException("%d nodes: 1 to %d are possible".formatted(nodes, NODES_MAX));
        }
    }

    /** With one application process. */
    public LaunchSettings(
            DataFolder data, Map<String, String> environment, String applicationMain, String sandboxMain) {
        this(data, environment, applicationMain, sandboxMain, 1);
    }

    /** The same with another number of application processes. */
    public LaunchSettings withNodes(int wanted) {
        return new LaunchSettings(data, environment, applicationMain, sandboxMain, wanted);
    }

    /** The settings of this process' own environment. */
    public static LaunchSettings ofEnvironment() {
        var environment = System.getenv();
        return new LaunchSettings(
                DataFolder.of(environment),
                environment,
                System.getProperty("fairlead.application", "io.fairlead.app.Application"),
                System.getProperty("fairlead.sandbox", "io.fairlead.sandbox.Sandbox"));
    }
}
