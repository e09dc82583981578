package io.tidemark.edge.record;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which commands were recorded, and where. Rebuilt from the journals' headers when the till starts.
 */
final class RecordedCommands {
    /**
     * Commands remembered; the oldest are forgotten. At 120 bytes each this is 24 MB, and weeks of
     * a busy till, where a caller asks again within minutes.
     */
    static final int REMEMBERED_MAX = 200_000;

    private final int most;
    private final Map<CommandId, Recorded> commands = new LinkedHashMap<>();

    RecordedCommands(int most) {
        this.most = most;
    }

    void add(JournalId journal, long sequence, EntryHeader header) {
        CommandId id = header.command();
        if (id == null) return;
        commands.merge(
                id,
                new Recorded(journal, header.commandDigest(), sequence, sequence, header.type()),
                Recorded::then);
        if (commands.size() > most) commands.remove(commands.keySet().iterator().next());
    }

    Optional<Recorded> find(CommandId id) {
        return Optional.ofNullable(commands.get(id));
    }
}
