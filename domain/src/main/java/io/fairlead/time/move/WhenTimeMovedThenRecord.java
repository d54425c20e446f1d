package io.fairlead.time.move;

import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.TakeMovedTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRetold;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * When time is moved, it is an entry of its own where it belongs, as far approved as it was; pricing and limits follow it there.
 */
@ProcessingGroup("process-moved-time")
@DisallowReplay // A rebuilt read side must not enter it again.
@Waits(Until.NOTHING)
public class WhenTimeMovedThenRecord {

    private final Commands commands;
    private final StreamHistory history;

    public WhenTimeMovedThenRecord(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimeMoved event) {
        var entry = event.getTimeEntryId();
        var before = history.last(entry, TimeRecorded.class).orElseThrow();
        int told = history.last(entry, TimeRetold.class)
                .map(TimeRetold::getSeconds)
                .orElse(before.getSeconds());
        commands.send(new TakeMovedTime(new TimeEntryId(event.getMovedTo()), before, told, event), "moved/" + entry);
    }
}
