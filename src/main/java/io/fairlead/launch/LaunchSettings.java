package io.fairlead.launch;

import java.util.Map;

/**
 * What a start depends on, so that tests can start the same supervisor on other folders and with small stand-ins.
 *
 * @param data where everything is kept
 * @param environment the variables the parts are started with
 * @param applicationMain main class of the application
 * @param sandboxMain main class of the sandbox ERP
 */
public record LaunchSettings(
        DataFolder data, Map<String, String> environment, String applicationMain, String sandboxMain) {

    public LaunchSettings {
        environment = Map.copyOf(environment);
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
