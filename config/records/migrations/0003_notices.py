from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("records", "0002_changes_that_wait_and_logbook"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(help_text="Only staff read this.", max_length=63)),
                ("record", models.BigIntegerField(help_text="Only staff read this.")),
                ("due_at", models.DateTimeField(help_text="Only staff read this. When its embargo ends, and it moves once more.", null=True)),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="notice_due"),
                ],
            },
        ),
    ]
