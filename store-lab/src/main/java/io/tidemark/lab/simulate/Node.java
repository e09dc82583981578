package io.tidemark.lab.simulate;

/** The process on a machine: gone with it, and made anew from the disk. */
sealed interface Node permits TillNode, GatewayNode, HeadOfficeNode {
    void receive(Wire wire, Parcel parcel);
}
