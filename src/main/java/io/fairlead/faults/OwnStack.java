package io.fairlead.faults;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A whole stack on a temporary folder, for a campaign alone. What the user runs is never near: nothing that the environment names
 * for Fairlead is taken over, neither a database nor a port.
 */
final class OwnStack implements AutoCloseable {

    private final DataFolder data;
    private final LocalStack stack;
    private boolean passed;

    private OwnStack(DataFolder data, LocalStack stack) {
        this.data = data;
        this.stack = stack;
    }

    /**
     * Starts it.
     *
     * @param campaign a word for the folder's name
     * @param shortLived whether it lives some minutes only
     */
    static OwnStack open(String campaign, boolean shortLived) {
        var data = folder(campaign);
        var settings = settings(data);
        return new OwnStack(data, LocalStack.ensureRunning(shortLived ? settings.shortLived() : settings, _ -> {}));
    }

    /** What a campaign finds on a stack of its own, whose folder is deleted when nothing was broken. */
    static CampaignFigures during(String campaign, Function<DataFolder, CampaignFigures> played) {
        try (var own = open(campaign, false)) {
            var figures = played.apply(own.data);
            if (figures.violations() == 0) {
                own.passed();
            }
            return figures;
        }
    }

    /** An empty temporary folder. */
    static DataFolder folder(String campaign) {
        try {
            return new DataFolder(Files.createTempDirectory("fairlead-" + campaign + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder for the campaign", e);
        }
    }

    /** How it is started on that folder. */
    static LaunchSettings settings(DataFolder data) {
        var own = LaunchSettings.ofEnvironment();
        var environment = new TreeMap<>(own.environment());
        environment.keySet().removeIf(key -> key.startsWith("FAIRLEAD_"));
        environment.put(
                "FAIRLEAD_START_CACHE", "false"); // It would be made while the campaign runs, and never be used.
        return new LaunchSettings(data, environment, own.applicationMain(), own.sandboxMain());
    }

    DataFolder data() {
        return data;
    }

    Addresses addresses() {
        return stack.addresses();
    }

    /** Nothing is left to look at. */
    void passed() {
        passed = true;
    }

    @Override
    public void close() {
        stack.close();
        if (passed) {
            data.delete();
        }
    }
}
