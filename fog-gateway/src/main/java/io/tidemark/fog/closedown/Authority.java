package io.tidemark.fog.closedown;

/**
 * Who answers for a day being closed without a device; that it is them was checked before.
 *
 * @param supervisor whose number; where the master data name no operators, whoever was named
 * @param name as the master data have it, empty where they name nobody
 * @param role as the master data have it, empty where they name nobody
 * @param reason why, in their words
 */
public record Authority(String supervisor, String name, String role, String reason) {
    /** Where the master data name no operators: whoever is named is taken, as at a till. */
    public static Authority ofNamed(String supervisor, String reason) {
        return new Authority(supervisor, "", "", reason);
    }
}
