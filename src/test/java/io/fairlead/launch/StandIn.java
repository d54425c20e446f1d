package io.fairlead.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** A small process in place of the application or the sandbox: healthy, tells its environment, and halts on demand. */
public final class StandIn {

    public static void main(String[] arguments) throws IOException {
        var environment = new TreeMap<>(System.getenv());
        var port = environment.getOrDefault("SANDBOX_PORT", environment.getOrDefault("FAIRLEAD_PORT", ""));
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

    private StandIn() {}
}
