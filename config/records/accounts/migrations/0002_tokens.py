import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0001_sign_ins_and_second_factors"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(help_text="Only staff and its owner read this. What it is for.", max_length=80)),
                ("scope", models.CharField(choices=[("public", "read what everybody may read"), ("registered", "read what registered researchers may read"), ("download", "read that, and download it")], default="public", help_text="Only staff and its owner read this.", max_length=12)),
                ("digest", models.CharField(help_text="Nobody reads this.", max_length=64, unique=True)),
                ("account_hash", models.CharField(help_text="Nobody reads this. A new password has another.", max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, help_text="Only its owner reads this.")),
                ("expires_at", models.DateTimeField(help_text="Only staff and its owner read this.")),
                ("last_used_on", models.DateField(help_text="Only staff and its owner read this. The day, and nothing finer.", null=True)),
                ("revoked_at", models.DateTimeField(help_text="Only staff and its owner read this.", null=True)),
                ("user", models.ForeignKey(help_text="Only staff and its owner read this.", on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["-id"],
                "default_permissions": (),
                "constraints": [models.CheckConstraint(condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="token_digest", violation_error_message="A SHA-256 is 64 hexadecimal digits.")],
            },
        ),
    ]
