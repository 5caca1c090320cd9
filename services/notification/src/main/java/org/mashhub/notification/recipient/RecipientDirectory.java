package org.mashhub.notification.recipient;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.NotificationSettings.DutyDesk;
import org.mashhub.notification.NotificationSettings.Webhook;

import org.springframework.stereotype.Component;

/** Where duty desks and practices are reached, from configuration. */
@Component
public class RecipientDirectory {

	private final NotificationSettings settings;

	RecipientDirectory(NotificationSettings settings) {
		this.settings = settings;
	}

	/**
	 * The duty desk of an area.
	 * @param area the area
	 * @return its own, else the default
	 */
	public Recipient dutyDesk(String area) {
		DutyDesk desk = desk(area);
		return Recipient.of(RecipientRole.DUTY_DESK, desk.email(), desk.name(), desk.email(), desk.organisation());
	}

	/**
	 * A GP practice.
	 * @param odsCode its ODS code
	 * @return its safeguarding inbox
	 */
	public Recipient practice(String odsCode) {
		String email = this.settings.practiceEmail().replace("{ods}", odsCode.toLowerCase(Locale.ROOT));
		return Recipient.of(RecipientRole.GP_PRACTICE, odsCode, "GP practice " + odsCode, email, odsCode);
	}

	/**
	 * Whom to ring about anything in an area.
	 * @param area the area
	 * @return name and numbers
	 */
	public String ring(String area) {
		return desk(area).ring();
	}

	/**
	 * The web hook of an organisation.
	 * @param organisation its key
	 * @return its web hook, empty when it has none
	 */
	public Optional<Webhook> webhook(@Nullable String organisation) {
		return Optional.ofNullable(organisation).map(this.settings.webhooks()::get);
	}

	private DutyDesk desk(String area) {
		DutyDesk desk = this.settings.dutyDesks().get(area);
		return (desk != null) ? desk : this.settings.defaultDesk();
	}

}
