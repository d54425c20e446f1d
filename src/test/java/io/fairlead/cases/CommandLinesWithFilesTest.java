package io.fairlead.cases;

import static io.fairlead.cases.Firm.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read files, and the one that looks at processes, in each form of their output. */
@ExtendWith(CaseStack.class)
class CommandLinesWithFilesTest {

    private static final Path SAMPLES = Path.of("docs/samples").toAbsolutePath();

    @Test
    void each_import_runs_in_each_form_and_tells_something(Firm firm, CaseStack.Stack stack, @TempDir Path folder)
            throws IOException {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var lines = lines(firm, folder);
        assertThat(lines.keySet()).as("all that take files").isEqualTo(CommandLinesTest.WITH_FILES);

        var faults = new ArrayList<String>();
        lines.forEach((name, further) -> CommandLinesTest.FORMS.forEach(form -> {
            var arguments = new ArrayList<>(List.of(name.split(" ")));
            arguments.addAll(further);
            arguments.add("--dry-run");
            if (!form.isEmpty()) {
                arguments.add(form.strip());
            }
            var run = CommandLineRun.at(stack.base(), arguments.toArray(String[]::new));
            // What a sample names and this firm has not is told row by row, and ends with 1.
            CommandLinesTest.faultOf(run, form, Set.of(0, 1))
                    .ifPresent(fault -> faults.add(String.join(" ", arguments) + ": " + fault));
            if (run.output().isBlank()) {
                faults.add(String.join(" ", arguments) + " tells nothing: " + run.errors());
            }
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void the_status_is_told_in_each_form(CaseStack.Stack stack) throws Exception {
        for (var form : CommandLinesTest.FORMS) {
            var run = form.isEmpty()
                    ? CommandLineRun.of(stack.data(), "status")
                    : CommandLineRun.of(stack.data(), "status", form.strip());
            assertThat(CommandLinesTest.faultOf(run, form, Set.of(0))).isEmpty();
            assertThat(run.output()).contains("postgres");
        }
    }

    private static Map<String, List<String>> lines(Firm firm, Path folder) throws IOException {
        var expenses = Files.writeString(
                folder.resolve("expenses.csv"),
                "id,person,project,category,currency,spent_on,amount\ne1,%s,%s,TAXI,EUR,2026-04-10,23.80\n"
                        .formatted(firm.id("ana"), firm.id("work")));
        var lines = new LinkedHashMap<String, List<String>>();
        lines.put("import setup", List.of(sample("setup.json")));
        lines.put(
                "import time",
                List.of(sample("time-toggl.csv"), "--profile", "toggl", "--mapping", sample("mapping-toggl.json")));
        lines.put("import expenses", List.of(expenses.toString(), "--source", "concur"));
        lines.put(
                "import opportunities",
                List.of(sample("opportunities-salesforce.json"), "--mapping", sample("mapping-salesforce.json")));
        lines.put("import payments", List.of(statement(folder).toString()));
        return lines;
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    private static Path statement(Path folder) throws IOException {
        var balance = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-04-01</Dt></Dt></Bal>";
        return Files.writeString(
                folder.resolve("statement.xml"),
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>S1</Id>"
                        + "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>"
                        + balance.formatted("OPBD", "0.00") + balance.formatted("CLBD", "10.00")
                        + "<Ntry><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                        + "<BookgDt><Dt>2026-04-01</Dt></BookgDt><ValDt><Dt>2026-04-01</Dt></ValDt><NtryDtls><TxDtls>"
                        + "<Refs><EndToEndId>E2E-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>"
                        + "</Stmt></BkToCstmrStmt></Document>");
    }
}
