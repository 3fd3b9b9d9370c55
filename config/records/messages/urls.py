"""The addresses at which somebody without an account tells the register something."""

from django.urls import path

from config.records.messages import views

urlpatterns = [
    path("", views.Tell.as_view(), name="tell"),
    path("answer/", views.Answer.as_view(), name="tell-answer"),
]
