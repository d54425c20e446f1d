package io.fairlead.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an invoice or a credit note into files, as the buyer gets it. */
@Command(
        name = "invoice",
        description = "Write an invoice or a credit note as PDF, as UBL 2.1 (Peppol BIS Billing 3) or as Factur-X.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A draft gives a PDF that says so; UBL and Factur-X are for issued documents only.",
            "Factur-X (ZUGFeRD) is a PDF with the invoice as XML inside: for buyers who read and book the same file.",
            "Ends with 1 when something is missing for it (codes UBL_...), with 6 when there is no such document.",
            "Example: fairlead invoice 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --pdf invoice.pdf --ubl invoice.xml",
            "         fairlead invoice invoice:<uuid> --facturx invoice.pdf"
        })
final class InvoiceCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "ID", description = "The invoice; credit-note:<uuid> for a credit note.")
    private String id = "";

    @ArgGroup(exclusive = false, multiplicity = "1")
    private final Targets files = new Targets();

    /** Where to, at least one. */
    static final class Targets {

        @Option(names = "--pdf", paramLabel = "FILE", description = "Write the PDF there, over what is there.")
        private @Nullable Path pdf;

        @Option(names = "--ubl", paramLabel = "FILE", description = "Write the UBL there, over what is there.")
        private @Nullable Path ubl;

        @Option(names = "--facturx", paramLabel = "FILE", description = "Write the Factur-X there, over what is there.")
        private @Nullable Path facturX;
    }

    @Override
    public Integer call() {
        var kind = id.startsWith("credit-note:") ? "credit-notes" : "invoices";
        var path = "/v1/" + kind + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        var written = new ArrayList<List<String>>();
        // All are asked for before anything is written: a refusal leaves no half of it.
        var contents = new LinkedHashMap<Path, byte[]>();
        if (files.pdf != null) {
            contents.put(files.pdf, Api.local().download(path + "/pdf", "application/pdf"));
        }
        if (files.ubl != null) {
            contents.put(files.ubl, Api.local().download(path + "/ubl", "application/xml"));
        }
        if (files.facturX != null) {
            contents.put(files.facturX, Api.local().download(path + "/facturx", "application/pdf"));
        }
        contents.forEach((file, content) -> {
            write(file, content);
            written.add(List.of(file.toString(), Integer.toString(content.length)));
        });
        var document = new LinkedHashMap<String, Object>();
        document.put("id", id);
        document.put("files", written.stream().map(List::getFirst).toList());
        output.print(document, new Table("Written", List.of("file", "bytes"), written));
        return ExitCode.OK.code();
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException failed) {
            throw new CommandFailed(ExitCode.FAILED, "cannot write %s: %s".formatted(file, reason(failed)));
        }
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "you may not write there";
            default -> String.valueOf(failed.getMessage());
        };
    }
}
