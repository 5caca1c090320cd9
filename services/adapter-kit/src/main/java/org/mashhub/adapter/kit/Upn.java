package org.mashhub.adapter.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A text that is null or a unique pupil number, permanent or temporary, whose check
 * letter fits.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UpnValidator.class)
public @interface Upn {

	String message() default "is not a UPN | Send check letter and twelve digits, the last of which is a letter in a temporary UPN, for example M999200025001; check for a transposed digit.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
