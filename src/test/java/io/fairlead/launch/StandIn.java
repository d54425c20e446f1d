package io.fairlead.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * A small process in place of the application or the sandbox: healthy, tells its environment, and halts on demand. As the
 * application it refuses to start where the data folder has a file {@code refuse}, and asks for a later start with {@code delay}.
 */
public final class StandIn {

    public static void main(String[] arguments) throws IOException {
        var environment = new TreeMap<>(System.getenv());
        var port = environment.getOrDefault("SANDBOX_PORT", environment.getOrDefault("FAIRLEAD_PORT", ""));
        if (!environment.containsKey("SANDBOX_PORT")) {
            endWhere("refuse", StartRefused.EXIT_CODE);
            endWhere("delay", StartDelayed.EXIT_CODE);
        }
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/halt")) {
                Runtime.getRuntime().halt(3);
            }
            var body = environment.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static void endWhere(String name, int code) throws IOException {
        var reason = Path.of(System.getProperty("fairlead.data"), name);
        if (Files.exists(reason)) {
            System.out.println("12:00 ERROR " + StartRefused.FIRST_WORDS + Files.readString(reason));
            System.exit(code);
        }
    }

    private StandIn() {}
}
