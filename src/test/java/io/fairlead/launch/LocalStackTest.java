package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

    @TempDir
    private Path folder;

    @Test
    void whoever_joins_a_fairlead_that_is_stopping_is_told_when_its_place_is_free() throws Exception {
        var data = new DataFolder(folder);
        CompletableFuture<Optional<Addresses>> joined;
        try (var held = FolderLock.take(data)) {
            RunFile.of(ProcessHandle.current(), "", "stopping").write(data, Supervisor.NAME);
            joined = CompletableFuture.supplyAsync(
                    () -> LocalStack.join(data), task -> Thread.ofVirtual().start(task));
            assertThat(held).isNotNull();
            assertThat(joined).isNotDone();
        }
        assertThat(joined.get(10, TimeUnit.SECONDS)).isEmpty();
    }
}
