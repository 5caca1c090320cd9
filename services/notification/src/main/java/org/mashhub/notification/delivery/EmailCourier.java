package org.mashhub.notification.delivery;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.notice.Channel;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends e-mails; a repeat carries the same Message-ID. */
@Component
class EmailCourier implements Courier {

	private final JavaMailSender mail;

	private final NotificationSettings settings;

	EmailCourier(JavaMailSender mail, NotificationSettings settings) {
		this.mail = mail;
		this.settings = settings;
	}

	@Override
	public Channel channel() {
		return Channel.EMAIL;
	}

	@Override
	public Result deliver(Due due) {
		try {
			this.mail.send(compose(due));
			return new Result.Delivered();
		}
		catch (AddressException ex) {
			return new Result.Refused("the address is not one");
		}
		catch (MessagingException ex) {
			return new Result.Refused("the message cannot be written");
		}
		catch (MailException ex) {
			return judge(ex);
		}
	}

	private MimeMessage compose(Due due) throws MessagingException {
		MimeMessage message = new IdentifiedMessage(this.mail.createMimeMessage().getSession(),
				"<" + due.message().stableId() + "@mashhub>");
		MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
		helper.setFrom(this.settings.sender());
		helper.setTo(due.email());
		helper.setSubject(due.subject());
		helper.setText(due.body());
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	private static Result judge(MailException ex) {
		if (ex instanceof MailSendException failed) {
			for (Exception exception : failed.getMessageExceptions()) {
				Result result = judge(exception);
				if (result instanceof Result.Refused) {
					return result;
				}
			}
		}
		return new Result.NotNow(ex.getClass().getSimpleName());
	}

	/** SMTP's own word decides: 5xx is for ever, anything else may pass. */
	private static Result judge(@Nullable Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = next(cause)) {
			int code = switch (cause) {
				case SMTPAddressFailedException failed -> failed.getReturnCode();
				case SMTPSendFailedException failed -> failed.getReturnCode();
				default -> 0;
			};
			if (code >= 500 && code != 530 && code != 535) {
				return new Result.Refused("SMTP " + code);
			}
		}
		return new Result.NotNow("not sent");
	}

	private static @Nullable Throwable next(Throwable cause) {
		return (cause instanceof MessagingException messaging) ? messaging.getNextException() : cause.getCause();
	}

	/** A message that keeps its id when it is saved. */
	private static final class IdentifiedMessage extends MimeMessage {

		private final String id;

		IdentifiedMessage(@Nullable Session session, String id) {
			super(session);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
