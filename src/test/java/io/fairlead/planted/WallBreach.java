package io.fairlead.planted;

import io.fairlead.app.Application;
import io.fairlead.bench.GrowthBench;
import io.fairlead.sandbox.Sandbox;
import io.fairlead.shared.OpenDays;
import io.fairlead.store.PostgresStore;
import java.util.List;

/** Uses what no room but the lab may use all of. */
public class WallBreach {

    List<Class<?>> reach() {
        return List.of(Application.class, GrowthBench.class, OpenDays.class, PostgresStore.class, Sandbox.class);
    }
}
