package io.fairlead.app.process;

import io.fairlead.shared.Commands;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import java.util.List;

/** The command door as a gateway sees it: each fact from outside begins a correlation of its own. */
public final class OutsideCommands implements Commands {

    private final CommandDoor door;
    private final String gateway;

    /**
     * @param gateway name of the gateway; keys of different gateways never meet
     */
    public OutsideCommands(CommandDoor door, String gateway) {
        this.door = door;
        this.gateway = gateway;
    }

    @Override
    public void send(Object command, String key) {
        ProcessCommands.dispatch(door, command, context(key));
    }

    @Override
    public List<Answer> sendAll(List<Keyed> commands) {
        return ProcessCommands.dispatchAll(
                door,
                commands.stream()
                        .map(keyed -> new CommandDoor.Order(keyed.command(), context(keyed.key())))
                        .toList());
    }

    private CommandContext context(String key) {
        return new CommandContext(gateway, key, ProcessCommands.sha256(key), "gateway|" + gateway, key, key);
    }
}
