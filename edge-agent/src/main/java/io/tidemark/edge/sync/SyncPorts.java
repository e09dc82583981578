package io.tidemark.edge.sync;

import java.util.List;

/**
 * What a {@link SyncLoop} works with.
 *
 * @param batchBytes entries of a batch, in bytes, where boundaries allow it
 */
public record SyncPorts(
        Uplink uplink,
        MarkFile marks,
        MasterDataSink masterData,
        Continuing continuing,
        ReleaseSink releases,
        Beside beside,
        Questions questions,
        int batchBytes) {
    /** Of a till that is only measured. */
    public SyncPorts(Uplink uplink, MarkFile marks, MasterDataSink masterData, int batchBytes) {
        this(
                uplink,
                marks,
                masterData,
                Continuing.NOTHING,
                ReleaseSink.NONE,
                Beside.NOTHING,
                Questions.none(),
                batchBytes);
    }

    /**
     * What comes of a till's going on in other epochs.
     *
     * @param earlier journals of it that have ended, oldest first
     */
    public record Continuing(GrantSink grants, List<EndedJournal> earlier) {
        static final Continuing NOTHING = new Continuing(GrantSink.NONE, List.of());

        public Continuing {
            earlier = List.copyOf(earlier);
        }
    }
}
