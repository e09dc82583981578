package io.tidemark.edge.record;

/**
 * Why something is not recorded, for a person who can act on it.
 *
 * @param why says what is wrong and what to do
 */
public record Refusal(Kind kind, String why) {
    /** What stands in the way. */
    public enum Kind {
        /** The business day is not open, or already is. */
        DAY,
        /** Nobody is signed on, or somebody else is. */
        NOT_SIGNED_ON,
        /** Whoever is signed on went away; they or a supervisor unlock. */
        LOCKED,
        /** The number or the PIN is wrong. */
        PIN,
        /** The customer must be known, and papers seen. */
        IDENTIFICATION,
        /** A supervisor must allow it. */
        APPROVAL,
        /** Training mode sells nothing and moves nothing. */
        TRAINING,
        /** Not at a device of this kind. */
        DEVICE,
        /** No such article, or no such tax category. */
        UNKNOWN_ARTICLE,
        /** The tenders do not pay the total as they should. */
        TENDERS,
        /** The total is not what the customer was told. */
        TOTAL_CHANGED,
        /** More would come back than was sold. */
        RETURNED,
        /** A receipt could not be looked at. */
        NOT_CHECKED,
        /** The customer's age was not looked at. */
        AGE,
        /** A gift card has not so much on it. */
        GIFT_CARD,
        /** No such parked basket is to be had, or no more can wait. */
        BASKET,
        /** The drawer is to be counted, counted again, or explained first. */
        SETTLE,
        /** Anything else that breaks a rule of what an entry may say. */
        CONTENT,
        /** The disk has too little room left to be sure of the next entry. */
        NO_ROOM
    }
}
