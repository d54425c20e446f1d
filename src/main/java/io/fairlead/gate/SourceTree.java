package io.fairlead.gate;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.launch.DataFolder;
import io.fairlead.schema.AcceptedChanges;
import io.fairlead.schema.ReleasedContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources of Fairlead, as far as contracts stand in them.
 *
 * @param home where the launcher script lies
 */
public record SourceTree(Path home) {

    /** Where the contracts stand, below home. */
    static final String CONTRACTS = "schemas/src/main/avro";

    private static final String HISTORY = "schemas/src/test/resources/history";
    private static final String ACCEPTED = "schemas/src/main/resources/io/fairlead/schema/accepted-changes.json";

    public SourceTree {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * The one that this program was started from.
     *
     * @throws CommandFailed when it was started from elsewhere
     */
    static SourceTree here() {
        var here = new SourceTree(DataFolder.home());
        if (!Files.isDirectory(here.contracts())) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    "%s has no %s: contracts are read from a checkout; start its ./fairlead"
                            .formatted(here.home(), CONTRACTS));
        }
        return here;
    }

    Path contracts() {
        return home.resolve(CONTRACTS);
    }

    /** Where released versions are kept. */
    public Path history() {
        return home.resolve(HISTORY);
    }

    /** Texts of the contracts by file name, as they stand in the folder. */
    public SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(contracts(), "*" + IdlTexts.SUFFIX)) {
            for (var file : files) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(contracts() + " cannot be read", e);
        }
    }

    /** Contracts as they stand in the folder. */
    public Contracts worktree() {
        return new IdlTexts().read("the working tree", texts());
    }

    /**
     * What was released.
     *
     * @throws CommandFailed naming the file that is no released version
     */
    public ReleasedContracts released() {
        try {
            return ReleasedContracts.read(history());
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What was accepted although it breaks.
     *
     * @throws CommandFailed naming the entry that is none
     */
    public AcceptedChanges accepted() {
        try {
            return AcceptedChanges.parse(Files.readString(home.resolve(ACCEPTED)));
        } catch (IOException e) {
            throw new UncheckedIOException(ACCEPTED + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }
}
