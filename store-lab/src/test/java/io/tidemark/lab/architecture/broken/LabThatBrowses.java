package io.tidemark.lab.architecture.broken;

import com.microsoft.playwright.Browser;

/** Breaks the rule on where a browser is driven. */
public record LabThatBrowses(Browser browser) {}
