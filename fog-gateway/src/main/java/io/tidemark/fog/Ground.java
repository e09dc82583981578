package io.tidemark.fog;

import io.tidemark.fog.recover.Archived;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.telemetry.ForceTimes;
import java.time.Clock;

/**
 * What every part of a gateway stands on: who it is, where it keeps things, and what it watches.
 * Nothing of it is closed.
 */
final class Ground {
    final NodeStart start;
    final GatewayPlaces places;
    final NodeIdentity identity;
    final Roster roster;
    final Roster.StoreFacts facts;
    final Roster.Member headOffice;
    final JournalKey key;
    final StoreCalendar calendar;
    final Changes changes = new Changes();
    final Alerts alerts;
    final Devices devices;
    final KeptFiles disk;
    final Room room;
    final Retention retention;
    final ForceTimes forces = new ForceTimes();
    final Archived archived = new Archived();
    final Grants grants;
    final OwnLife life;
    final EarlierLives earlier;

    Ground(NodeStart start) {
        this.start = start;
        this.places = new GatewayPlaces(start.home());
        this.identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        this.roster = identity.roster();
        this.facts = Parts.factsOf(identity);
        this.headOffice = Parts.headOfficeOf(roster);
        this.key = JournalKey.of(identity.journalKey());
        Clock clock = start.clock(roster.laboratory());
        this.calendar = StoreCalendar.of(facts, clock);
        this.alerts = new Alerts(clock, changes);
        this.devices = new Devices(clock, changes);
        this.disk = new KeptFiles(start.halting());
        this.room = Room.on(start.home().directory());
        this.retention = Parts.retention(start.settings());
        this.grants = Parts.grants(identity, places, start.halting());
        this.life = OwnLife.of(identity.journal(), grants);
        this.earlier = Parts.earlierLives(identity, key, life, places);
    }

    /** In whose name this gateway marks. */
    ReceivedJournal.Self self() {
        return new ReceivedJournal.Self(life.journal(), identity.signer());
    }
}
