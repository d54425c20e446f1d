package io.fairlead.gate;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Contracts as git keeps them; reads only. */
final class Git {

    /**
     * A commit that changed contracts.
     *
     * @param id full
     * @param day of the author, ISO
     * @param subject first line of its message
     */
    record Commit(String id, String day, String subject) {

        private static final int SHORT = 9;

        /** As people write it. */
        String name() {
            return id.substring(0, SHORT);
        }
    }

    private record Answer(int code, String text) {}

    private final Path home;
    private final Map<String, String> blobs = new HashMap<>();

    /** @param home a folder of a repository */
    Git(Path home) {
        this.home = home;
    }

    /**
     * The commit that a revision means.
     *
     * @throws CommandFailed when there is no such revision, no repository or no git
     */
    String commit(String revision) {
        var found = ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (found.code() == 0) {
            return found.text().strip();
        }
        if (ask("rev-parse", "--git-dir").code() != 0) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    home + " is no repository of git, so it has no revisions; clone one, or compare with the release");
        }
        throw new CommandFailed(
                ExitCode.NOT_FOUND,
                "no revision %s; give a commit, tag or branch of `git -C %s log --all`".formatted(revision, home));
    }

    /** Texts of the contracts at a commit by file name; empty when it has none. */
    SortedMap<String, String> texts(String commit) {
        var texts = new TreeMap<String, String>();
        for (var line :
                tell("ls-tree", commit, SourceTree.CONTRACTS + "/").lines().toList()) {
            // mode, type and id, then a tab and the path
            var tab = line.indexOf('\t');
            var path = line.substring(tab + 1);
            if (path.endsWith(IdlTexts.SUFFIX)) {
                var id = line.substring(0, tab).split(" ")[2];
                texts.put(
                        path.substring(path.lastIndexOf('/') + 1),
                        blobs.computeIfAbsent(id, blob -> tell("cat-file", "blob", blob)));
            }
        }
        return texts;
    }

    /** Commits that changed contracts, the latest first, along the first parents. */
    List<Commit> changing(String commit) {
        return tell("log", "--first-parent", "--format=%H%x09%as%x09%s", commit, "--", SourceTree.CONTRACTS)
                .lines()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Commit(parts[0], parts[1], parts[2]))
                .toList();
    }

    private String tell(String... arguments) {
        var answer = ask(arguments);
        if (answer.code() != 0) {
            throw new CommandFailed(
                    ExitCode.FAILED, "git %s ended with %d".formatted(String.join(" ", arguments), answer.code()));
        }
        return answer.text();
    }

    private Answer ask(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // A folder inside of somebody else's repository is not that repository.
        builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(home.getParent()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new CommandFailed(
                    ExitCode.FAILED, "git is missing; install it, contracts of former commits are read with it");
        }
        try (var out = process.getInputStream()) {
            var text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted");
        }
    }
}
