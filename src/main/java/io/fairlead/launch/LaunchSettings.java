package io.fairlead.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    private static final String SHORT_LIVED = "FAIRLEAD_SHORT_LIVED";

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

    /** The same with people who log in at an identity provider, or with {@code none} nobody who does. */
    public LaunchSettings withProvider(String issuer) {
        var named = new TreeMap<>(environment);
        named.put(ProviderSettings.ISSUER, issuer);
        return new LaunchSettings(data, named, applicationMain, sandboxMain, nodes);
    }

    /** The same with what the data folder remembers of its last start. */
    LaunchSettings remembering() {
        return new LaunchSettings(
                data, ProviderSettings.merged(data, environment), applicationMain, sandboxMain, nodes);
    }

    /**
     * The same for a stack that lives some minutes: the application's code is compiled lightly (C1), since on two cores the
     * optimising compiler costs such a short run more than it gives back.
     */
    public LaunchSettings shortLived() {
        var marked = new TreeMap<>(environment);
        marked.put(SHORT_LIVED, "true");
        return new LaunchSettings(data, marked, applicationMain, sandboxMain, nodes);
    }

    /** Options of the application's Java. */
    List<String> applicationOptions() {
        // Room for young objects from the start: what a month's end makes of them is mostly gone a second later, and a
        // collector that comes three times as often copies three times as much.
        var options = new ArrayList<>(List.of("-Xmx1g", "-Xmn320m", "--enable-native-access=ALL-UNNAMED"));
        if (isOn(environment, SHORT_LIVED, false)) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return options;
    }

    /** What a switch says; a word that is neither true nor false is refused. */
    static boolean isOn(Map<String, String> environment, String name, boolean otherwise) {
        var value = environment.getOrDefault(name, "");
        return switch (value.strip()) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw new LaunchFailed("%s is \"%s\"; use true or false".formatted(name, value));
        };
    }

    /**
     * Tells before anything starts what could not work.
     *
     * @throws LaunchFailed when the environment names no ERP and the class path has no sandbox, or a switch is none
     */
    void require() {
        var _ = applicationOptions();
        var sandbox = sandboxMain.replace('.', '/') + ".class";
        if (Part.SANDBOX.external(environment).isEmpty()
                && LaunchSettings.class.getClassLoader().getResource(sandbox) == null) {
            throw new LaunchFailed("no ERP to post to: set FAIRLEAD_ERP_URL to the address of yours;"
                    + " the sandbox ERP belongs to the lab, which only a checkout has");
        }
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
