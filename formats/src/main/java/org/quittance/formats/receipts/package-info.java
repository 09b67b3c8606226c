/** What services that send text messages say of those that they were handed: one line a message, as CSV or Excel. */
@NullMarked
package org.quittance.formats.receipts;

import org.jspecify.annotations.NullMarked;
