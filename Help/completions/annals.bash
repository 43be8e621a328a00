# Completion of annals for bash: asks the program what may stand in the place of a word.
_annals() {
    # Bash splits words at colons, which queries hold: actor:OpenAI.
    local -a words=()
    local line="${COMP_LINE}" last= word rest
    local -i index place=0
    for index in "${!COMP_WORDS[@]}"; do
        word="${COMP_WORDS[index]}"
        rest="${line#"${line%%[![:space:]]*}"}"
        if ((index > 0)) && [[ "${rest}" = "${line}" && ("${word}" = :* || "${last}" = *:) ]]; then
            words[${#words[@]} - 1]+="${word}"
        else
            words+=("${word}")
        fi
        ((index == COMP_CWORD)) && place=$((${#words[@]} - 1))
        line="${rest#"${word}"}"
        last="${word}"
    done
    local current="${words[place]}" kind
    local split=
    [[ "${COMP_WORDBREAKS}" = *:* ]] && split="${current%"${current##*:}"}"

    COMPREPLY=()
    {
        read -r kind
        # What is offered may have been told by a feed, so it is never evaluated.
        while IFS=$'\t' read -r word rest; do
            [[ "${word}" = *: ]] && compopt -o nospace
            [[ "${word}" = *[![:alnum:]:._-]* && "${current}" != [\"\']* ]] && printf -v word %q "${word}"
            COMPREPLY+=("${word#"${split}"}")
        done
    } < <("${words[0]}" ---complete "${words[@]:1:place}" 2>/dev/null)
    case "${kind}" in
    files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "${current}") ;;
    directories) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "${current}") ;;
    esac
}

complete -F _annals annals
