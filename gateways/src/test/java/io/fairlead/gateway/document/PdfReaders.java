package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;

/** What others read out of a PDF: poppler and MuPDF where they are installed, PDFBox always. */
final class PdfReaders {

    /** Debian's fonts-noto-core. */
    static final Path NOTO = Path.of("/usr/share/fonts/truetype/noto");

    /** Skips the test where one of them is missing, or fails it where they are demanded. */
    static void requireAll() throws InterruptedException {
        require(isThere("pdftotext", "-v") && isThere("mutool", "-v"), "poppler-utils and mupdf-tools");
    }

    static void requireNoto() {
        require(Files.isDirectory(NOTO), "fonts-noto-core");
    }

    private static void require(boolean isThere, String packages) {
        if ("true".equals(System.getenv("FAIRLEAD_DEMAND_PDF_TOOLS"))) {
            assertThat(isThere)
                    .as("FAIRLEAD_DEMAND_PDF_TOOLS is true: install " + packages)
                    .isTrue();
        }
        Assumptions.assumeTrue(isThere, "to run this test, install " + packages);
    }

    static String byPdfBox(Path file) throws IOException {
        try (var pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    static String byPoppler(Path file) throws IOException, InterruptedException {
        return run(file, List.of("pdftotext", "-enc", "UTF-8", file.toString(), "-"));
    }

    static String byMuPdf(Path file) throws IOException, InterruptedException {
        return run(file, List.of("mutool", "draw", "-q", "-F", "txt", "-o", "-", file.toString()));
    }

    private static String run(Path beside, List<String> command) throws IOException, InterruptedException {
        var out = beside.resolveSibling("read.txt");
        var errors = beside.resolveSibling("read.err");
        var ended = new ProcessBuilder(new ArrayList<>(command))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        assertThat(ended).as("%s: %s", command, Files.readString(errors)).isZero();
        assertThat(Files.readString(errors)).as("%s", command).doesNotContain("error", "Error");
        return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    < 2;
        } catch (IOException e) {
            return false;
        }
    }

    private PdfReaders() {}
}
