package io.fairlead.cli.document;

import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
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
import java.util.function.Supplier;
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
            "Ends with 1 when something is missing for it (codes UBL_...); the other files are written all the same. Ends with 6 when there is no such document.",
            "Example: fairlead invoice 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --pdf invoice.pdf --ubl invoice.xml",
            "         fairlead invoice de-2026-000017 --facturx invoice.pdf"
        })
public final class InvoiceCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Parameters(
            paramLabel = "ID",
            description = "Number or id of the invoice; credit-note:<uuid>, or its number, for a credit note.")
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
        var api = Api.local();
        var of = DocumentNumber.document(api, id);
        var kind = of.startsWith("credit-note:") ? "credit-notes" : "invoices";
        var path = "/v1/" + kind + "/" + URLEncoder.encode(of, StandardCharsets.UTF_8);
        var written = new ArrayList<List<String>>();
        var refused = new ArrayList<CommandFailed>();
        take(() -> api.download(path + "/pdf", "application/pdf"), files.pdf, written, refused);
        take(() -> api.download(path + "/ubl", "application/xml"), files.ubl, written, refused);
        take(() -> api.download(path + "/facturx", "application/pdf"), files.facturX, written, refused);
        if (written.isEmpty()) {
            throw refused.getFirst();
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("id", of);
        document.put("files", written.stream().map(List::getFirst).toList());
        document.put("refused", refused.stream().map(CommandFailed::getMessage).toList());
        output.print(document, new Table("Written", List.of("file", "bytes"), written));
        refused.forEach(failed -> output.say(String.valueOf(failed.getMessage())));
        return refused.isEmpty()
                ? ExitCode.OK.code()
                : refused.getFirst().code().code();
    }

    /** One that is refused keeps nobody from the other. */
    private static void take(
            Supplier<byte[]> content, @Nullable Path file, List<List<String>> written, List<CommandFailed> refused) {
        if (file == null) {
            return;
        }
        try {
            var bytes = content.get();
            write(file, bytes);
            written.add(List.of(file.toString(), Integer.toString(bytes.length)));
        } catch (CommandFailed failed) {
            refused.add(failed);
        }
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
