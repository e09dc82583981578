package io.tidemark.fog;

import io.tidemark.fog.broker.Broker;
import io.tidemark.fog.broker.Dealt;
import io.tidemark.fog.intake.Healing;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.masterdata.MasterPart;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says to its devices unasked. Before its broker listens there is nobody to hear it,
 * and what matters is said again when a device comes.
 */
final class ToDevices {
    private volatile @Nullable Broker broker;

    void through(Broker listening) {
        broker = listening;
    }

    void announce(MasterPart news, Collection<NodeName> devices) {
        Dealt.Reply reply = new Dealt.Reply(Dealt.Topic.MASTER_PART, news.toBytes());
        devices.forEach(device -> tell(device, reply));
    }

    /** Asks for what is damaged here; the mark goes ahead, for a device listens to it first. */
    void ask(Healing healing) {
        NodeName device = healing.journal().node();
        tell(device, new Dealt.Reply(Dealt.Topic.ANSWER, healing.marked().toBytes()));
        tell(device, new Dealt.Reply(Dealt.Topic.ANSWER, healing.wanted().toBytes()));
    }

    void offer(Continuation next) {
        tell(next.grant().successor().node(), new Dealt.Reply(Dealt.Topic.GRANT, next.toBytes()));
    }

    void release(Release told) {
        tell(told.origin().node(), new Dealt.Reply(Dealt.Topic.RELEASE, told.toBytes()));
    }

    void answer(NodeName device, byte[] answered) {
        tell(device, new Dealt.Reply(Dealt.Topic.ANSWERED, answered));
    }

    private void tell(NodeName device, Dealt.Reply reply) {
        Broker listening = broker;
        if (listening != null) listening.tell(device, reply);
    }
}
