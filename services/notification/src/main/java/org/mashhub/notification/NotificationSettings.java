package org.mashhub.notification;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the notification service.
 *
 * @param url where recipients reach this service
 * @param issuer the identity provider
 * @param issuerInside address under which this service itself reaches it
 * @param clientSecret secret of the OIDC client {@code notification}
 * @param zone time zone in which people read times
 * @param endOfDay when a practice's items of the day are sent
 * @param sender address that e-mails come from
 * @param dutyDesks duty desk of each area; {@code default} for all others
 * @param practiceEmail address of a practice's safeguarding inbox, {@code {ods}} standing
 * for its code
 * @param webhooks web hooks by organisation: a practice's ODS code, a duty desk's or a
 * lead professional's organisation
 * @param delivery how hard to try
 */
@Validated
@ConfigurationProperties("hub.notification")
public record NotificationSettings(@NotNull URI url, @NotNull URI issuer, @NotNull URI issuerInside,
		@NotBlank String clientSecret, @DefaultValue("Europe/London") ZoneId zone,
		@DefaultValue("17:00") LocalTime endOfDay, @NotBlank @Email String sender,
		Map<String, @Valid DutyDesk> dutyDesks, @NotBlank String practiceEmail,
		@DefaultValue Map<String, @Valid Webhook> webhooks, @DefaultValue @Valid Delivery delivery) {

	/** Key of the duty desk of all areas that have none of their own. */
	static final String DEFAULT_DESK = "default";

	public NotificationSettings {
		if (!dutyDesks.containsKey(DEFAULT_DESK)) {
			throw new IllegalArgumentException(
					"hub.notification.duty-desks.default is missing: somebody must be told when nobody leads");
		}
		dutyDesks = Map.copyOf(dutyDesks);
		webhooks = Map.copyOf(webhooks);
	}

	/**
	 * The duty desk of all areas that have none of their own.
	 * @return the desk
	 */
	public DutyDesk defaultDesk() {
		return Objects.requireNonNull(this.dutyDesks.get(DEFAULT_DESK));
	}

	/**
	 * A duty desk.
	 *
	 * @param name its name
	 * @param email its inbox
	 * @param phone its telephone in working hours
	 * @param outOfHours whom to ring otherwise
	 * @param organisation key of its web hook, null when it has none
	 */
	public record DutyDesk(@NotBlank String name, @NotBlank @Email String email, @NotBlank String phone,
			@NotBlank String outOfHours, @Nullable String organisation) {

		/**
		 * Whom to ring, in words.
		 * @return name and numbers
		 */
		public String ring() {
			return this.name + " on " + this.phone + " (out of hours: " + this.outOfHours + ")";
		}

	}

	/**
	 * A web hook.
	 *
	 * @param url where to post; https unless it is this machine
	 * @param secret shared secret that signs each post
	 */
	public record Webhook(@NotNull URI url, @NotBlank String secret) {

		private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

		public Webhook {
			String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
			boolean loopback = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
			if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
				throw new IllegalArgumentException("a web hook's url must be https");
			}
		}

		@Override
		public String toString() {
			return "Webhook[url=" + this.url + "]";
		}

	}

	/**
	 * How hard to try.
	 *
	 * @param bundleWindow how long a message waits for others that belong in it
	 * @param pollInterval how often work that has fallen due is looked for
	 * @param initialBackoff wait after the first failed attempt
	 * @param maxBackoff longest wait between attempts
	 * @param giveUpAfter age at which a message that nobody takes is recorded as failed
	 * @param timeout how long a web hook may take to answer
	 * @param parallel messages sent at the same time on one channel
	 */
	public record Delivery(@DefaultValue("300ms") Duration bundleWindow, @DefaultValue("200ms") Duration pollInterval,
			@DefaultValue("1s") Duration initialBackoff, @DefaultValue("1m") Duration maxBackoff,
			@DefaultValue("24h") Duration giveUpAfter, @DefaultValue("10s") Duration timeout,
			@DefaultValue("2") @Min(1) @Max(8) int parallel) {
	}

	@Override
	public String toString() {
		return "NotificationSettings[url=" + this.url + ", issuer=" + this.issuer + "]";
	}

}
