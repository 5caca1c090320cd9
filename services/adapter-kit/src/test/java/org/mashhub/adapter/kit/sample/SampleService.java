package org.mashhub.adapter.kit.sample;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.NoticeType;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The adapter of a fictional agency. */
@SpringBootApplication(scanBasePackages = "org.mashhub.adapter.kit")
public class SampleService {

	@Bean
	AgencyEndpoints sampleEndpoints(EventHeaders headers) {
		return new AgencyEndpoints("sample", "/sample", new Types(headers).notes());
	}

	@Bean
	AgencyEndpoints otherEndpoints() {
		return new AgencyEndpoints("other", "/other");
	}

	/** An agency that has contracts. */
	@Bean
	AgencyEndpoints housingEndpoints() {
		return new AgencyEndpoints("housing", "/housing");
	}

	/** Kinds of record that the agency sends. */
	public record Types(EventHeaders headers) {

		/** A note on which the adapter fails in a way that nobody foresaw. */
		public static final String FATAL = "Kelly's fatal note";

		public NoticeType<Notice> notes() {
			LocalDate day = LocalDate.of(2025, 10, 31);
			return new NoticeType<>("notes", Notice.class, "Somebody made a note",
					(sender, notice) -> HouseholdMoved.newBuilder()
						.setHeader(this.headers.header(sender, notice.record(), notice.sharing(),
								new SharingDefaults("a basis", HandlingCode.STANDARD), HouseholdMoved.class, day))
						.setTenancyReference(reference(notice))
						.setMovedOn(day)
						.setInitiatedBy(MoveInitiator.UNKNOWN)
						.build(),
					"sample/note.json");
		}

		private static String reference(Notice notice) {
			if (notice.note().equals(FATAL)) {
				throw new IllegalStateException(FATAL);
			}
			return notice.note();
		}

	}

	/** What the agency sends. */
	public record Notice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @NotBlank String note) {

	}

}
