package io.tidemark.node.writer;

/**
 * One command, decided in the writer's turn against state that nobody else changes meanwhile.
 *
 * <p>Bad input is refused by an exception <em>before</em> the group is told what to force: it fails
 * this command's future and nothing else. Tell the group first and append then: an exception in
 * between would leave an entry without an answer, or state without an entry, so it is a broken
 * promise and stops the writer.
 */
@FunctionalInterface
public interface Decision<T> {
    /**
     * Names journals to the group and appends to them; what it returns is answered after the force.
     */
    T decide(Group group);
}
