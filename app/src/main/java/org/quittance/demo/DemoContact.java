package org.quittance.demo;

import org.quittance.ledger.ContactRole;

/** Somebody at a customer. */
record DemoContact(String name, ContactRole role, String email, String phone) {}
