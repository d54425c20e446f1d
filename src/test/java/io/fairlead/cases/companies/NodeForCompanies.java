package io.fairlead.cases.companies;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.access.Role;
import io.fairlead.app.Application;
import io.fairlead.cases.CaseStack;
import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.KafkaLogin;
import io.fairlead.launch.Login;
import io.fairlead.launch.Secrets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** One more node of the cases' stack, in this process, which believes a header that names the companies of its callers. */
final class NodeForCompanies implements AutoCloseable {

    private static final String HEADER = "Test-Companies";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;

    NodeForCompanies(CaseStack.Stack stack) {
        var data = new DataFolder(stack.data());
        var addresses = Addresses.read(data).orElseThrow();
        var secrets = new Secrets(data);
        var settings = new HashMap<String, Object>();
        settings.put("FAIRLEAD_DB_URL", addresses.databaseUrl());
        settings.put("FAIRLEAD_DB_USER", Login.APPLICATION.role());
        settings.put(
                "FAIRLEAD_DB_PASSWORD_FILE",
                secrets.file(Login.APPLICATION.file()).toString());
        settings.put("FAIRLEAD_DB_OWNER_USER", Login.OWNER.role());
        settings.put(
                "FAIRLEAD_DB_OWNER_PASSWORD_FILE",
                secrets.file(Login.OWNER.file()).toString());
        settings.put("FAIRLEAD_KAFKA", addresses.kafka());
        settings.put(
                "FAIRLEAD_KAFKA_PROPERTIES",
                secrets.file(KafkaLogin.APPLICATION.settingsFile()).toString());
        settings.put("FAIRLEAD_REGISTRY_URL", addresses.registry());
        settings.put("FAIRLEAD_ERP_URL", addresses.erp());
        settings.put("FAIRLEAD_ERP_TOKEN_FILE", secrets.file(Secrets.ERP_TOKEN).toString());
        settings.put("FAIRLEAD_NODE", "node-for-companies");
        settings.put("FAIRLEAD_PORT", "0");
        settings.put("server.tomcat.basedir", "target/tomcat");
        context = new SpringApplicationBuilder(Application.class, CompaniesByHeader.class)
                .properties(settings)
                .run();
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Somebody who acts for some companies, or for all. */
    record Person(String name, @Nullable Set<String> companies) {

        Person(String name, String company) {
            this(name, Set.of(company));
        }
    }

    HttpResponse<String> get(Person person, String path) {
        return sent(asked(person, path).GET());
    }

    HttpResponse<String> send(Person person, String method, String path, String body) {
        return sent(asked(person, path)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpResponse<String> rehearse(Person person, String method, String path, String body) {
        return sent(asked(person, path)
                .header("Content-Type", "application/json")
                .header("Fairlead-Dry-Run", "true")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder asked(Person person, String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Fairlead-Actor", person.name());
        if (person.companies() != null) {
            request.header(HEADER, String.join(",", person.companies()));
        }
        return request;
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    /** Stands where a token would be checked. */
    @Order(Ordered.HIGHEST_PRECEDENCE + 50)
    static final class CompaniesByHeader extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var companies = request.getHeader(HEADER);
            if (companies != null) { // Local, so that roles do not come first.
                new Caller(
                                "local|" + request.getHeader("Fairlead-Actor"),
                                "test",
                                EnumSet.allOf(Role.class),
                                Companies.of(Set.of(companies.split(","))))
                        .keepIn(request);
            }
            chain.doFilter(request, response);
        }
    }
}
