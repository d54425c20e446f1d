package io.fairlead.cli.access;

import io.fairlead.access.Operation;
import io.fairlead.access.Operations;
import io.fairlead.access.Role;
import io.fairlead.access.RoleConflicts;
import io.fairlead.access.RoleConflicts.Conflict;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the table of who may do what; it is part of the program, so nothing needs to run. */
@Command(
        name = "roles",
        description = "Show which roles may do what over HTTP, and which should not be one person's.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Roles are granted at the identity provider. * stands for whoever calls.",
            "Example: fairlead roles --role billing-preparer"
        })
public final class RolesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--role", paramLabel = "ROLE", description = "Only what this one may, such as auditor.")
    private @Nullable String role;

    @Override
    public Integer call() {
        var wanted = role == null ? null : asked(role);
        var operations = Operations.all().stream()
                .filter(each -> wanted == null || each.roles().contains(wanted))
                .toList();
        var conflicts = RoleConflicts.list().stream()
                .filter(each -> wanted == null || each.first() == wanted || each.second() == wanted)
                .toList();
        output.print(
                Map.of(
                        "operations",
                                operations.stream().map(RolesCommand::document).toList(),
                        "conflicts",
                                conflicts.stream().map(RolesCommand::document).toList()),
                new Table(
                        "Who may do what",
                        List.of("method", "path", "roles"),
                        operations.stream()
                                .map(each -> List.of(each.method(), each.path(), String.join(" ", each.claims())))
                                .toList()),
                new Table(
                        "Not both",
                        List.of("first", "second", "held", "reason"),
                        conflicts.stream()
                                .map(each -> List.of(
                                        each.first().claim(), each.second().claim(), held(each), each.reason()))
                                .toList()));
        return ExitCode.OK.code();
    }

    private Role asked(String text) {
        return Role.ofClaim(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--role: there is no role '" + text + "'; one of "
                                + Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.joining(", "))));
    }

    private static Map<String, Object> document(Operation operation) {
        return Map.of("method", operation.method(), "path", operation.path(), "roles", operation.claims());
    }

    private static Map<String, Object> document(Conflict conflict) {
        return Map.of(
                "first", conflict.first().claim(),
                "second", conflict.second().claim(),
                "held", held(conflict),
                "reason", conflict.reason());
    }

    private static String held(Conflict conflict) {
        return conflict.held().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
