package io.tidemark.lab.retail;

/**
 * One row of the file as text, without surrounding blanks; a column the row lacks is empty.
 *
 * @param number the row's number as a spreadsheet shows it: the header is row 1
 */
record RawRow(
        long number,
        String invoice,
        String code,
        String description,
        String quantity,
        String date,
        String price) {}
