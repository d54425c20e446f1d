package io.fairlead.cli.account;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.LocalStack;
import io.fairlead.launch.Secrets;
import io.fairlead.launch.ServiceAccount;
import io.fairlead.launch.ServiceAccounts;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Service accounts: who reads topics and reports besides people. */
@Command(
        name = "accounts",
        description = "Give programs that read topics or reports a login each, a new password, or none any more.",
        subcommands = {
            AccountsCommand.ListThem.class,
            AccountsCommand.Add.class,
            AccountsCommand.Rotate.class,
            AccountsCommand.Revoke.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Passwords are written to a file of the data folder that nobody else reads, and never shown.",
            "Kafka and PostgreSQL of the data folder must run; those of somebody else are not changed.",
            "Each has --json.",
            "Example: fairlead accounts add datalake --for topics"
        })
public final class AccountsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static DataFolder data() {
        return DataFolder.of(System.getenv());
    }

    private static ServiceAccounts accounts() {
        return new ServiceAccounts(data(), InstantSource.system());
    }

    /** Makes a change of one account and shows it. */
    private static int change(
            Output output, String name, String done, Function<ServiceAccounts, ServiceAccount> change) {
        if (!ServiceAccount.isName(name)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s is no name of an account; use at most 40 small letters, digits and single hyphens, a letter first"
                            .formatted(name));
        }
        if (LocalStack.running(data()).isEmpty()) {
            throw new CommandFailed(
                    ExitCode.RETRY_LATER, "Fairlead does not run on %s; `fairlead up` first".formatted(data().root()));
        }
        try {
            var account = change.apply(accounts());
            output.say("account %s %s".formatted(name, done));
            print(output, List.of(account));
            return ExitCode.OK.code();
        } catch (ServiceAccounts.Unfit unfit) {
            throw new CommandFailed(
                    unfit.isMissing() ? ExitCode.NOT_FOUND : ExitCode.CONFLICT, String.valueOf(unfit.getMessage()));
        }
    }

    private static void print(Output output, List<ServiceAccount> accounts) {
        var documents = accounts.stream().map(AccountsCommand::document).toList();
        var rows = documents.stream()
                .map(document -> List.copyOf(document.values()))
                .toList();
        output.print(
                Map.of("items", documents),
                new Table(
                        rows.isEmpty() ? "no accounts" : "", List.of("account", "for", "user", "since", "file"), rows));
    }

    private static Map<String, String> document(ServiceAccount account) {
        var document = new LinkedHashMap<String, String>();
        document.put("account", account.name());
        document.put("for", account.kind().name().toLowerCase(Locale.ROOT));
        document.put("user", account.user());
        document.put("since", account.since());
        document.put("file", new Secrets(data()).file(account.file()).toString());
        return document;
    }

    /** Shows all. */
    @Command(
            name = "list",
            description = "List the accounts: what each reads, as which user, and since when its password holds.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead accounts list --json"})
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Override
        public Integer call() {
            print(output, accounts().list());
            return ExitCode.OK.code();
        }
    }

    /** Makes one. */
    @Command(
            name = "add",
            description = "Make an account; its password or client settings are in the file that is told.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "An account for topics reads fairlead.* with consumer groups whose names begin with its own and a dot.",
                "Example: fairlead accounts add datalake --for topics"
            })
    static final class Add implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "NAME", description = "Its name, such as datalake.")
        private String name = "";

        @Option(names = "--for", required = true, paramLabel = "topics|bi", description = "What it reads.")
        private String kind = "";

        @Override
        public Integer call() {
            var wanted = kind();
            return change(output, name, "is made", accounts -> accounts.add(name, wanted));
        }

        private ServiceAccount.Kind kind() {
            return switch (kind) {
                case "topics" -> ServiceAccount.Kind.TOPICS;
                case "bi" -> ServiceAccount.Kind.BI;
                default ->
                    throw new CommandFailed(
                            ExitCode.USAGE, "--for %s is none of them; use topics or bi".formatted(kind));
            };
        }
    }

    /** Gives another password. */
    @Command(
            name = "rotate",
            description = "Give an account a new password; the old one opens nothing any more.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Sessions in PostgreSQL end; those in Kafka go on until they end by themselves.",
                "Example: fairlead accounts rotate datalake"
            })
    static final class Rotate implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "NAME", description = "The account.")
        private String name = "";

        @Override
        public Integer call() {
            return change(output, name, "has a new password", accounts -> accounts.rotate(name));
        }
    }

    /** Takes one away. */
    @Command(
            name = "revoke",
            description = "Take an account away; what it has open ends, or may do nothing any more.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead accounts revoke datalake"})
    static final class Revoke implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "NAME", description = "The account.")
        private String name = "";

        @Override
        public Integer call() {
            return change(output, name, "is revoked", accounts -> accounts.revoke(name));
        }
    }
}
