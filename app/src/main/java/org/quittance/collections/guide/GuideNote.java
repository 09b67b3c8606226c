package org.quittance.collections.guide;

/** A guide text as somebody sees it beside their work, and whether they have said that they have read it. */
public record GuideNote(GuideText text, boolean isRead) {}
