#!/bin/sh
# Makes the files of this folder anew: one sentence in every form that is taken. Needs espeak-ng, ffmpeg and flac.
espeak-ng -v sv -s 140 -w speech.wav "Mamma är på jobbet i dag."
make() { ffmpeg -v error -y -i speech.wav "$@"; }
make -ar 44100 -ac 2 -c:a aac -b:a 48k tables-last.m4a
make -ar 44100 -ac 2 -c:a aac -b:a 48k -movflags +faststart tables-first.m4a
make -c:a libmp3lame -b:a 32k sound.mp3
make -c:a libopus -b:a 24k sound.webm
make -c:a libopus -b:a 24k opus.ogg
make -c:a libvorbis -q:a 2 vorbis.ogg
make -ar 48000 -ac 2 -c:a pcm_s16le -t 1.9 stereo-48.wav
flac -s -f --best -o sound.flac speech.wav
rm speech.wav
