package org.quittance.web.answer;

import org.quittance.correspondence.letter.InternalWording;

/** A link that leads nowhere: the same for one that never was, was revoked, or has expired. */
public record GoneView(InternalWording wording) {}
