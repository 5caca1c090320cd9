package org.mashhub.adapter.hospital;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.NhsNumber;

/** Numbers under which a patient was known before. */
record PriorNumbers(
		@Schema(description = "The hospital's number of the record that was merged into the patient's") @Size(min = 1,
				max = 60) @Nullable String id,
		@Schema(description = "The NHS number that was replaced") @NhsNumber @Nullable String nhsNumber) {

	boolean saysNothing() {
		return this.id == null && this.nhsNumber == null;
	}

}
