package io.tidemark.lab.simulate;

/** The process on a machine: gone with it, and made anew from the disk. */
interface Node {
    void receive(Wire wire, Parcel parcel);
}
