package io.fairlead.cli;

import io.fairlead.cli.access.BreakGlassCommand;
import io.fairlead.cli.access.RolesCommand;
import io.fairlead.cli.account.AccountsCommand;
import io.fairlead.cli.client.ClientsCommand;
import io.fairlead.cli.customer.CustomersCommand;
import io.fairlead.cli.document.InvoiceCommand;
import io.fairlead.cli.draft.DraftsCommand;
import io.fairlead.cli.erp.DeliveriesCommand;
import io.fairlead.cli.expense.ExpensesCommand;
import io.fairlead.cli.identity.IdentityCommand;
import io.fairlead.cli.login.LoginCommand;
import io.fairlead.cli.login.LogoutCommand;
import io.fairlead.cli.login.WhoamiCommand;
import io.fairlead.cli.option.EmptyValues;
import io.fairlead.cli.option.GivenAmount;
import io.fairlead.cli.option.GivenDay;
import io.fairlead.cli.receivable.ReceivablesCommand;
import io.fairlead.cli.schemas.SchemasCommand;
import io.fairlead.cli.work.WorkCommand;
import io.fairlead.launch.Logging;
import java.math.BigDecimal;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fairlead}. */
@Command(
        name = "fairlead",
        description = "Event-sourced backbone from a won deal to a paid invoice.",
        mixinStandardHelpOptions = true,
        version = "fairlead 0.1.0",
        footer = {
            "",
            "Example: fairlead up --detach && fairlead status",
            "Exit codes: 0 ok, 1 failed, 2 usage, "
                    + "3 differences, 4 authentication, 5 conflict, 6 not found, 7 retry later, "
                    + "8 never started here, 78 start refused, 130 interrupted."
        })
public final class Fairlead implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        Logging.toConsole("WARN");
        System.exit(commandLine().execute(arguments));
    }

    /** The parser with all commands in the order of the help, and the same manners for each; a new one is added here. */
    public static CommandLine commandLine() {
        var lab = LabCommands.onClassPath();
        return new CommandLine(new Fairlead())
                .addSubcommand(Up.class)
                .addSubcommand(lab.named("demo"))
                .addSubcommand(Import.class)
                .addSubcommand(Time.class)
                .addSubcommand(ExpensesCommand.class)
                .addSubcommand(Rates.class)
                .addSubcommand(Bill.class)
                .addSubcommand(DraftsCommand.class)
                .addSubcommand(Close.class)
                .addSubcommand(InvoiceCommand.class)
                .addSubcommand(CustomersCommand.class)
                .addSubcommand(ReceivablesCommand.class)
                .addSubcommand(WorkCommand.class)
                .addSubcommand(IdentityCommand.class)
                .addSubcommand(Verify.class)
                .addSubcommand(group(SchemasCommand.class, lab, "check", "diff", "impact", "release"))
                .addSubcommand(lab.named("contracts"))
                .addSubcommand(HistoryCommand.class)
                .addSubcommand(Explain.class)
                .addSubcommand(Rebuild.class)
                .addSubcommand(Parked.class)
                .addSubcommand(DeliveriesCommand.class)
                .addSubcommand(ClientsCommand.class)
                .addSubcommand(lab.named("idp"))
                .addSubcommand(RolesCommand.class)
                .addSubcommand(BreakGlassCommand.class)
                .addSubcommand(lab.named("faults"))
                .addSubcommand(LoginCommand.class)
                .addSubcommand(LogoutCommand.class)
                .addSubcommand(WhoamiCommand.class)
                .addSubcommand(AccountsCommand.class)
                .addSubcommand(Status.class)
                .addSubcommand(Down.class)
                .addSubcommand(Reset.class)
                .addSubcommand(lab.named("bench"))
                .addSubcommand(TestCommand.class)
                .addSubcommand(FormatCommand.class)
                .addSubcommand(Completion.class)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .registerConverter(LocalDate.class, GivenDay::of)
                .registerConverter(BigDecimal.class, GivenAmount::of)
                .setExecutionStrategy(EmptyValues::refusedElseRun)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution);
    }

    /** A group that has commands of the lab below it. */
    private static CommandLine group(Class<?> type, LabCommands lab, String... ofLab) {
        var group = new CommandLine(type);
        for (var name : ofLab) {
            var _ = group.addSubcommand(lab.named(group.getCommandName() + " " + name));
        }
        return group;
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
