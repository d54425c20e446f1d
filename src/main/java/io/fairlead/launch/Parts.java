package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How each part is started, on the ports and addresses of one data folder; the supervisor says when. */
final class Parts {

    private final LaunchSettings settings;
    private final DataFolder data;
    private final PostgresHost postgres;
    private final int kafkaPort;
    private final int controllerPort;
    private final int sandboxPort;
    private final int applicationPort;
    private final Optional<StartCache> startCache;
    private final Consumer<String> says;
    private boolean ended;

    /**
     * Claims the ports; all processes of an earlier run have ended, but for the database.
     *
     * @param says gets a line for each port that had to be another
     */
    Parts(LaunchSettings settings, Consumer<String> says) {
        this.settings = settings;
        this.data = settings.data();
        this.says = says;
        this.startCache = StartCache.of(settings.environment(), JavaProcess.classPath());
        var ports = new Ports(data, settings.environment(), says);
        this.postgres = new PostgresHost(data, ports);
        this.kafkaPort = ports.claim(Part.KAFKA.id(), Part.KAFKA.portKey());
        this.controllerPort = ports.claim("kafka-controller", "FAIRLEAD_KAFKA_CONTROLLER_PORT");
        this.sandboxPort = ports.claim(Part.SANDBOX.id(), Part.SANDBOX.portKey());
        this.applicationPort = ports.claim(Part.APPLICATION.id(), Part.APPLICATION.portKey());
    }

    /**
     * Whether the broker, as soon as it listens, lets the application in. One that is made now, or whose passwords were lost, opens
     * its port before it is told who may enter.
     */
    boolean isApplicationKnown() {
        return Part.KAFKA.external(settings.environment()).isPresent()
                || KafkaHost.isMade(data)
                        && new Secrets(data)
                                .find(KafkaLogin.APPLICATION.passwordFile())
                                .isPresent();
    }

    /** Makes what parts show each other, before any of them starts. */
    void makeLogins() {
        if (Part.KAFKA.external(settings.environment()).isEmpty()) {
            for (var login : KafkaLogin.values()) {
                login.make(data);
            }
        }
        if (Part.SANDBOX.external(settings.environment()).isEmpty()) {
            var _ = new Secrets(data).orMade(Secrets.ERP_TOKEN);
        }
        if (hasOwnRegistry()) {
            var _ = new Secrets(data).orMade(Secrets.REGISTRY_TOKEN);
        }
    }

    private boolean hasOwnRegistry() {
        return !settings.environment().containsKey("FAIRLEAD_REGISTRY_URL");
    }

    /** Starts the part and returns once it serves; the logins are made. */
    ProcessHandle start(Part part) {
        return switch (part) {
            case POSTGRES -> postgres.ensureRunning();
            case KAFKA -> startKafka();
            case SANDBOX -> startSandbox();
            case APPLICATION -> startApplication();
        };
    }

    /** Known once the database runs, which chooses its port itself. */
    Addresses addresses() {
        var environment = settings.environment();
        var application = "http://127.0.0.1:" + applicationPort;
        return new Addresses(
                Part.POSTGRES
                        .external(environment)
                        .orElseGet(
                                () -> "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + PostgresHost.DATABASE),
                Part.KAFKA.external(environment).orElse("127.0.0.1:" + kafkaPort),
                environment.getOrDefault("FAIRLEAD_REGISTRY_URL", application + "/registry"),
                Part.SANDBOX.external(environment).orElse("http://127.0.0.1:" + sandboxPort),
                application);
    }

    private ProcessHandle startKafka() {
        var ready = data.run("kafka.ready");
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process = run(new JavaProcess(
                Part.KAFKA.id(),
                KafkaHost.class.getName(),
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                List.of(
                        data.root().toString(),
                        Integer.toString(kafkaPort),
                        Integer.toString(controllerPort),
                        ready.toString()),
                Map.of()));
        Readiness.awaitFile(process, Part.KAFKA.id(), ready, data.log(Part.KAFKA.id()));
        return process.toHandle();
    }

    private ProcessHandle startSandbox() {
        var process = run(new JavaProcess(
                Part.SANDBOX.id(),
                settings.sandboxMain(),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                List.of(),
                Map.of(
                        "SANDBOX_PORT",
                        Integer.toString(sandboxPort),
                        "SANDBOX_DIR",
                        data.sandbox().toString(),
                        "SANDBOX_TOKEN_FILE",
                        new Secrets(data).file(Secrets.ERP_TOKEN).toString())));
        Readiness.awaitAnswer(process, Part.SANDBOX.id(), sandboxHealth(), data.log(Part.SANDBOX.id()));
        return process.toHandle();
    }

    private ProcessHandle startApplication() {
        return startApplication(Part.APPLICATION.id(), 1, applicationPort);
    }

    /** Starts one more application process on the same store; it shares the work with the others. */
    ProcessHandle startNode(int number) {
        var id = Part.node(number);
        return startApplication(
                id, number, new Ports(data, settings.environment(), says).claim(id, "FAIRLEAD_PORT_" + number));
    }

    private ProcessHandle startApplication(String id, int number, int port) {
        var addresses = addresses();
        var own = "http://127.0.0.1:" + port;
        var environment = new TreeMap<>(ProviderSettings.told(settings.environment()));
        environment.put("FAIRLEAD_DB_URL", addresses.databaseUrl());
        if (Part.POSTGRES.external(settings.environment()).isEmpty()) {
            var secrets = new Secrets(data);
            environment.put("FAIRLEAD_DB_USER", Login.APPLICATION.role());
            environment.put(
                    "FAIRLEAD_DB_PASSWORD_FILE",
                    secrets.file(Login.APPLICATION.file()).toString());
            environment.put("FAIRLEAD_DB_OWNER_USER", Login.OWNER.role());
            environment.put(
                    "FAIRLEAD_DB_OWNER_PASSWORD_FILE",
                    secrets.file(Login.OWNER.file()).toString());
        }
        environment.put("FAIRLEAD_KAFKA", addresses.kafka());
        if (Part.KAFKA.external(settings.environment()).isEmpty()) {
            environment.put(
                    "FAIRLEAD_KAFKA_PROPERTIES",
                    new Secrets(data)
                            .file(KafkaLogin.APPLICATION.settingsFile())
                            .toString());
        }
        // Each node asks the registry that it serves itself, so that it does not depend on another node's life.
        environment.putIfAbsent("FAIRLEAD_REGISTRY_URL", own + "/registry");
        if (hasOwnRegistry()) {
            environment.put(
                    "FAIRLEAD_REGISTRY_TOKEN_FILE",
                    new Secrets(data).file(Secrets.REGISTRY_TOKEN).toString());
        }
        environment.put("FAIRLEAD_ERP_URL", addresses.erp());
        if (Part.SANDBOX.external(settings.environment()).isEmpty()) {
            environment.put(
                    "FAIRLEAD_ERP_TOKEN_FILE",
                    new Secrets(data).file(Secrets.ERP_TOKEN).toString());
        }
        environment.put("FAIRLEAD_PORT", Integer.toString(port));
        environment.put("FAIRLEAD_NODE", "node-" + number);
        if (number > 1) {
            environment.remove("FAIRLEAD_BIND"); // One of a machine is reached from outside.
        }
        var options = new ArrayList<>(settings.applicationOptions());
        if (Part.KAFKA.external(settings.environment()).isEmpty()) {
            options.add("-Dfairlead.kafka=own"); // It may still be starting, and is not to be tried.
        }
        // Two nodes cannot write one list; the first tells enough.
        startCache.ifPresent(cache -> options.addAll(number == 1 ? cache.usingOrRecording() : cache.using()));
        var process = run(new JavaProcess(id, settings.applicationMain(), options, List.of(), environment));
        Readiness.awaitAnswer(process, id, URI.create(own + "/actuator/health/readiness"), data.log(id));
        return process.toHandle();
    }

    /** Where a part tells that it lives; empty for what speaks no HTTP. */
    Optional<URI> liveness(String part) {
        if (part.equals(Part.SANDBOX.id())) {
            return Optional.of(sandboxHealth());
        }
        return part.startsWith(Part.APPLICATION.id())
                ? new Ports(data, settings.environment())
                        .remembered(part).stream()
                                .mapToObj(port -> URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness"))
                                .findFirst()
                : Optional.empty();
    }

    private URI sandboxHealth() {
        return URI.create("http://127.0.0.1:" + sandboxPort + "/health");
    }

    /** Leaves a trace before anything is awaited, so that a process never outlives our knowledge of it. */
    private synchronized Process run(JavaProcess wanted) {
        if (ended) {
            throw new LaunchFailed("%s is not started, since Fairlead is ending".formatted(wanted.name()));
        }
        var process = wanted.start(data);
        RunFile.of(process.toHandle(), JavaProcess.marker(data), "starting").write(data, wanted.name());
        return process;
    }

    /** Has later starts go faster by what this run loaded; all parts have ended. */
    void prepareLaterStarts(boolean wasReady) {
        startCache.ifPresent(cache -> {
            if (wasReady) {
                var _ = cache.makeInBackground(settings.applicationOptions());
            } else {
                cache.discardList();
            }
        });
    }

    /** From here on nothing is started, so that whoever ends the parts sees all of them. */
    synchronized void end() {
        ended = true;
    }
}
