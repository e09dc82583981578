package io.tidemark.fog.intake;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.JournalDamaged;

/** Tells people what is wrong with devices' journals, in words that say what to do. */
final class JournalTroubles {
    private final Alerts alerts;

    JournalTroubles(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Where an answer says that something is wrong. */
    void answered(NodeName device, Answer answer) {
        switch (answer) {
            case Answer.Forked(long at, Hash ours, Hash theirs) -> forked(device, at, ours, theirs);
            case Answer.Refused(Answer.Reason reason, String why) -> {
                if (reason != Answer.Reason.QUARANTINED)
                    alerts.raise(Alert.Kind.REFUSED, device.device(), why);
            }
            case Answer.Marked _, Answer.Gap _, Answer.NotNow _, Answer.Wanted _ -> {}
        }
    }

    /** Of a journal as it was opened. */
    void stands(DeviceJournal journal) {
        unreadable(journal);
        if (journal.isQuarantined())
            alerts.raise(
                    Alert.Kind.FORKED,
                    journal.device().device(),
                    "its journal forked; the other branch is kept in quarantine/"
                            + journal.id().label());
    }

    void damaged(Healing healing) {
        JournalDamaged damage = healing.damage();
        alerts.raise(
                Alert.Kind.DAMAGED,
                healing.journal().node().device(),
                "what this gateway has of it is damaged from entry "
                        + damage.sequence()
                        + " on ("
                        + damage.why()
                        + ", "
                        + damage.file()
                        + "): it is fetched again as soon as the till is there. If the till is lost,"
                        + " restore it with a copy: `./tidemark ledger restore DIR --journal "
                        + healing.journal().label()
                        + " --copy FILE`. If the till says on its page that it has pruned these days, the"
                        + " copy is exported from another home, into which `./tidemark gateway recover"
                        + " DIR --recovery-key FILE --recovery-passphrase-file FILE` has fetched head"
                        + " office's archive");
    }

    /** Where an entry of it cannot be read. */
    void unreadable(DeviceJournal journal) {
        journal.unreadable()
                .ifPresent(bad ->
                        alerts.raise(
                                Alert.Kind.UNREADABLE,
                                journal.device().device(),
                                "entry "
                                        + bad.sequence()
                                        + " is kept but cannot be read: "
                                        + bad.why()));
    }

    /** A mark that the device has shown and that is not kept here. */
    void lost(DeviceJournal journal, Mark mark) {
        alerts.raise(
                Alert.Kind.HISTORY,
                journal.device().device(),
                "this gateway has marked entry "
                        + mark.sequence()
                        + " of it, and has "
                        + journal.received().sequence()
                        + ": its disk is an empty or an old one. Have head office replace the"
                        + " gateway, stop this one, run `./tidemark gateway recover DIR`, and start"
                        + " it again. The tills sell on and keep what they have");
    }

    private void forked(NodeName device, long at, Hash ours, Hash theirs) {
        alerts.raise(
                Alert.Kind.FORKED,
                device.device(),
                "its journal forked at entry "
                        + at
                        + ": "
                        + ours.short6()
                        + " is here, "
                        + theirs.short6()
                        + " was sent. A cloned device, or an old disk put back. The sent branch is"
                        + " kept; nothing more is taken until someone decides which stands");
    }
}
