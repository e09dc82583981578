package io.tidemark.lab.simulate;

import java.util.random.RandomGenerator;

/**
 * The network between one sender and its receiver: every parcel takes its own time, so parcels
 * overtake each other; some are lost, some come twice, and either direction can be cut, which is a
 * half-open connection when the other is not.
 */
final class Wire {
    /** After which nothing arrives any more. */
    static final int LATE_MILLIS_MAX = 5_000;

    private static final int NETWORK_MILLIS = 3;
    private static final int ROUGH_SPREAD_MILLIS = 4_000;

    private final Agenda agenda;
    private final RandomGenerator random;
    private final Machine client;
    private final Machine server;
    private boolean upIsOpen = true;
    private boolean downIsOpen = true;
    private boolean rough;

    Wire(Agenda agenda, RandomGenerator random, Machine client, Machine server) {
        this.agenda = agenda;
        this.random = random;
        this.client = client;
        this.server = server;
    }

    /** The one whose certificate this connection carries. */
    Machine client() {
        return client;
    }

    Machine server() {
        return server;
    }

    void cut(boolean up, boolean down) {
        upIsOpen &= !up;
        downIsOpen &= !down;
    }

    /** Loss, duplication and long delays from now on. */
    void roughen() {
        rough = true;
    }

    void heal() {
        upIsOpen = true;
        downIsOpen = true;
        rough = false;
    }

    void toServer(Parcel parcel) {
        if (upIsOpen) send(parcel, server);
    }

    void toClient(Parcel parcel) {
        if (downIsOpen) send(parcel, client);
    }

    private void send(Parcel parcel, Machine to) {
        if (rough && random.nextInt(100) < 15) return;
        deliver(parcel, to);
        if (random.nextInt(100) < (rough ? 20 : 1)) deliver(parcel, to);
    }

    private void deliver(Parcel parcel, Machine to) {
        int spread = rough && random.nextInt(4) == 0 ? ROUGH_SPREAD_MILLIS : NETWORK_MILLIS;
        agenda.in(1 + random.nextInt(spread), () -> to.receive(this, parcel));
    }
}
