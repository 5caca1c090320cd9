package org.mashhub.adapter.housing;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The tenancy that a record is about. */
record TenancyName(@Size(min = 1, max = 60) @Nullable String reference) {

	static @Nullable String referenceOf(@Nullable TenancyName tenancy) {
		return (tenancy != null) ? tenancy.reference() : null;
	}

}
