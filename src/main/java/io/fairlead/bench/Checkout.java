package io.fairlead.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A checkout that is measured by its own launcher script, which builds it first where it is out of date. */
public final class Checkout implements MeasuredSide {

    private final Path folder;
    private final List<String> bench;
    private final boolean quiet;

    /**
     * @param folder where its launcher script lies
     * @param bench the command's arguments, {@code --json} among them
     * @param quiet whether its messages are left out
     * @throws CheckoutFailed if there is no script
     */
    public Checkout(Path folder, List<String> bench, boolean quiet) {
        this.folder = folder.toAbsolutePath().normalize();
        this.bench = List.copyOf(bench);
        this.quiet = quiet;
        if (!Files.isExecutable(script())) {
            throw new CheckoutFailed(this.folder + " is no checkout of Fairlead, since it holds no script fairlead;"
                    + " make one with `git worktree add FOLDER COMMIT`");
        }
    }

    private Path script() {
        return folder.resolve("fairlead");
    }

    @Override
    public List<RoundFigure> round() throws InterruptedException {
        var command = new ArrayList<String>();
        command.add(script().toString());
        command.addAll(bench);
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(quiet ? Redirect.DISCARD : Redirect.INHERIT)
                    .start();
            try (var output = process.getInputStream()) {
                var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                var code = process.waitFor();
                if (code != 0) {
                    throw new CheckoutFailed("`%s` ended with %d%s"
                            .formatted(String.join(" ", command), code, quiet ? "; run it to see why" : ", see above"));
                }
                return RoundFigure.of(text);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + script(), e);
        }
    }
}
