package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;


import org.junit.jupiter.api.Test;

class FieldReadersTest {
    @Test
    void dump() {
        long t = System.nanoTime();
        var readers = FieldReaders.ofHouse();
        System.out.println("readers " + (System.nanoTime() - t) / 1000000);
        t = System.nanoTime();
        var contracts = new Checkout(java.nio.file.Path.of("..")).worktree();
        System.out.println("contracts " + (System.nanoTime() - t) / 1000000);
        contracts.events().forEach((name, event) -> {
            System.out.println(name + " " + readers.takers(name));
            FieldReaders.paths(event).forEach(path -> System.out.println("   " + path + " " + readers.of(event, path)));
        });
        assertThat(contracts.events()).isNotEmpty();
    }
}
